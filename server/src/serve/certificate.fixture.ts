/** A certificate for 127.0.0.1 that nothing but the tests trusts, signed by its own key. It expires in a hundred years. */
export const certificate = {
  key: Buffer.from(`-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgIHJhzE1R+B/GQbly
wU4+xYPMdpYoL8bpeblBU8aey3yhRANCAAT+yXVeQp1JZjmWo2fC2Fo2pIpgt/6g
bupYleiYVtbx6tcFK36mRAtKW2olKJehPF7rBf4uBbxG5ELW9TVR+1xH
-----END PRIVATE KEY-----
`),
  cert: Buffer.from(`-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUHW1/qN2GtqYc7VN1DWWHtrpaF4swCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTA2MTczMVoYDzIxMjYxMDI4
MDYxNzMxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT+yXVeQp1JZjmWo2fC2Fo2pIpgt/6gbupYleiYVtbx6tcFK36mRAtK
W2olKJehPF7rBf4uBbxG5ELW9TVR+1xHo2QwYjAdBgNVHQ4EFgQUpqRilPZqjHmQ
WGK3HjazOGU/pHcwHwYDVR0jBBgwFoAUpqRilPZqjHmQWGK3HjazOGU/pHcwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IQC8dko4RdXrXMWbbKHurwF+bPi6fvWw/ZSXRSNLlXTf3AIgcxY9mlEsncRjzXIg
XkJ71XnHJ6vRvitEdtReEf1iSvg=
-----END CERTIFICATE-----
`),
};
