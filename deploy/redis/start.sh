#!/bin/sh
# Starts Redis with the app as its only user. The password comes in the environment, where a process list does not show
# it; what is written down is its digest, in memory, and Redis itself is not told it.
#
#   start.sh CONFIGURATION [FOLDER FOR THE FILE OF USERS [OPTIONS...]]
set -eu
umask 077
configuration=$1
users=${2:-/run/redis}/users.acl
shift
if [ $# -gt 0 ]; then shift; fi

digest=$(printf %s "${REDIS_PASSWORD:?set REDIS_PASSWORD}" | sha256sum | cut -d ' ' -f 1)
unset REDIS_PASSWORD REDISCLI_AUTH

# The app's user may do what the app does and nothing else: neither watch others (MONITOR, SLOWLOG, CLIENT) nor change
# the server (CONFIG, DEBUG, MODULE, REPLICAOF), and it knows no keys but the workshop's.
may="-@all +auth +hello +select +ping +info +get +set +incrby +del +expire +scan +hget +hmget +hgetall +hset +hsetnx +hdel"
may="$may +hincrby +sadd +smismember +smembers +multi +exec +watch +unwatch +discard +eval +evalsha +publish +subscribe"
may="$may +unsubscribe +bgrewriteaof"
{
  echo "user default off"
  echo "user workshop on #$digest ~cw:* &cw:revisions $may"
} > "$users"

exec redis-server "$configuration" --aclfile "$users" "$@"
