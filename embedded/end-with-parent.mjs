// Loaded into the API and the worker by `npm start`: when that is killed, they end too, as at SIGTERM, and free their port.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Waiting for it is no reason to stay alive.
  process.channel.unref();
}
