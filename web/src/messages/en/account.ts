import type { account as texts } from '../id/account.ts';

export const account: Readonly<Record<keyof typeof texts, string>> = {
  'signIn.title': 'Sign in',
  'signIn.about':
    "Payung turns a village's list of workers into people protected by employment social security.",
  'signIn.email': 'E-mail address',
  'signIn.password': 'Password',
  'signIn.show': 'Show the password',
  'signIn.enter': 'Sign in',
  'signIn.code': 'Verification code',
  'signIn.codeHint': 'Six digits from the authenticator on your phone, or one backup code.',
  'signIn.again': 'Sign in with another account',
  'signIn.noAccount': 'No account yet, or forgot the password? Ask the administrator of your kabupaten.',
  'signIn.public': 'Open to everybody:',

  'account.noGrants': 'You hold no role yet. Ask the administrator for one.',
  'account.password': 'Change the password',
  'account.current': 'Current password',
  'account.new': 'New password',
  'account.newHint': 'At least 12 characters; a few words that you remember easily will do.',
  'account.change': 'Change the password',
  'account.changed': 'The password is changed. Sessions on other devices have ended.',
  'factor.title': 'Two-step verification',
  'factor.about':
    'Once it is on, signing in takes the password and six digits from an application on your phone. Begin by typing the password.',
  'factor.begin': 'Begin',
  'factor.secret': 'Type this key into your authenticator, or open it on the phone:',
  'factor.link': 'open in the authenticator',
  'factor.backup': 'Keep these backup codes in a safe place. Each works once, if the phone is lost.',
  'factor.confirm': 'Turn on',
  'factor.on': 'Two-step verification is on. To turn it off, type the password.',
  'factor.end': 'Turn off',
};
