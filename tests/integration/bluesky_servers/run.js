// Starts a real Bluesky on this computer: a directory of names and a server that keeps the posts
// ("pds"), or the whole network, which also counts likes, reposts and replies ("network").
//
//   node run.js pds|network NAME...     makes an account for each name
//
// Prints one line of JSON when it is ready:
//   {"pds": address, "plc": address, "appview": address or "",
//    "accounts": [{"handle", "password", "app_password", "did"}]}
//
// "network" needs DB_POSTGRES_URL and REDIS_HOST. PDS_BLOB_UPLOAD_LIMIT, where given, is how many
// bytes a picture may have. It ends when told to (SIGTERM).
'use strict'
process.env.LOG_ENABLED ??= 'false'
require('./loopback.js')
const { TestNetwork, TestNetworkNoAppView } = require('@atproto/dev-env')

const PDS = { hostname: 'localhost', inviteRequired: false, rateLimitsEnabled: false }
const MOST_BYTES = process.env.PDS_BLOB_UPLOAD_LIMIT
if (MOST_BYTES) PDS.blobUploadLimit = Number(MOST_BYTES)

async function start(kind) {
  if (kind === 'pds') return TestNetworkNoAppView.create({ pds: PDS, plc: {} })
  // A schema of its own (letters and _ only), so that two networks do not see each other's posts.
  const letters = String(process.pid).replace(/\d/g, (digit) => 'abcdefghij'[digit])
  return TestNetwork.create({ dbPostgresSchema: `posts_${letters}`, pds: PDS, plc: {}, bsky: {} })
}

async function ask(pds, method, body, key) {
  const headers = { 'content-type': 'application/json' }
  if (key) headers.authorization = `Bearer ${key}`
  const request = { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await fetch(`${pds}/xrpc/com.atproto.server.${method}`, request)
  if (!answer.ok) throw new Error(`${method}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

async function makeAccount(pds, name) {
  const account = { handle: `${name}.test`, email: `${name}@example.com`, password: `${name}-password` }
  const session = await ask(pds, 'createAccount', account)
  const named = await ask(pds, 'createAppPassword', { name: 'SocialCoach' }, session.accessJwt)
  const { handle, password } = account
  return { handle, password, app_password: named.password, did: session.did }
}

async function main([kind, ...names]) {
  const network = await start(kind)
  const pds = network.pds.url
  const accounts = []
  for (const name of names) accounts.push(await makeAccount(pds, name))
  if (network.processAll) await network.processAll()
  const appview = network.bsky ? network.bsky.url : ''
  console.log(JSON.stringify({ pds, plc: network.plc.url, appview, accounts }))

  const stop = async () => {
    setTimeout(() => process.exit(0), 2000).unref()
    await network.close().catch(() => {})
    process.exit(0)
  }
  process.on('SIGTERM', stop)
}

main(process.argv.slice(2)).catch((problem) => {
  console.error(problem)
  process.exit(1)
})
