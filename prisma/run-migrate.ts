/** `npm run migrate`: brings the database of DATABASE_OWNER_URL (or DATABASE_URL) to the newest migration. Before each upgrade. */
import { migrationSettings } from '../config.ts';
import { migrate } from './migrate.ts';
import { serviceLogin } from './service-login.ts';

const { DATABASE_URL, DATABASE_OWNER_URL } = migrationSettings();
const applied = await migrate(DATABASE_OWNER_URL ?? DATABASE_URL);
console.log(applied.length === 0 ? '数据表已是最新 · nothing to migrate' : `已升级 · applied: ${applied.join(', ')}`);

const { username, password } = new URL(DATABASE_URL);
if (DATABASE_OWNER_URL && new URL(DATABASE_OWNER_URL).username !== username) {
  await serviceLogin(DATABASE_OWNER_URL, {
    name: decodeURIComponent(username),
    password: decodeURIComponent(password),
  });
  console.log(`服务账号 ${username} 可用 · the service's login is ready`);
}
