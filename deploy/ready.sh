#!/usr/bin/env bash
# Whether the server of this container is ready. The image has no curl.
exec 3<>"/dev/tcp/127.0.0.1/${MATINEE_PORT:-3000}" || exit 1
printf 'GET /health/ready HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[[ $status == 200 ]]
