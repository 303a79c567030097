'use strict';

// The complete lives of what there is, by one of the official Node clients:
//   node life.js tea-v3|tea-v1|pop-get|pop-post AUTHORITY KEY SECRET [TOKEN]
// Ends with exit code 0 and a line `done CALLS` if every answer was as it should be.

const { connect } = require('./client');
const lives = [require('./groups'), require('./members'), require('./lists')];

const [name, authority, accessKeyId, accessKeySecret, securityToken] = process.argv.slice(2);

async function live() {
  const client = connect(name, { authority, accessKeyId, accessKeySecret, securityToken });
  for (const life of lives) {
    await life(client);
  }
  return client.calls;
}

live().then(
  (calls) => console.log(`done ${calls}`),
  (failure) => {
    console.error(failure);
    process.exitCode = 1;
  },
);
