import type { usersId } from './users-id.ts';

/** What cannot be done with accounts and grants. */
export const usersEn: Record<keyof typeof usersId, readonly [string, string]> = {
  'users.exists': ['Account {email} already exists.', 'Give that account another role.'],
  'users.notFound': ['There is no account {email}.', 'Check the address.'],
  'users.beyondScope': [
    'This account or role goes beyond your area as an administrator.',
    'Ask the administrator of that kabupaten, or of the province.',
  ],
  'users.oneself': [
    'Your own roles, password and verification cannot be changed here.',
    'Ask another administrator; your own password is changed on the Account page.',
  ],
  'users.alreadyGranted': [
    'This account already holds that role there in that time.',
    'Nothing needs to be done.',
  ],
  'users.grantNotFound': ['There is no such grant, or it has ended.', 'Reload the Users page.'],
};
