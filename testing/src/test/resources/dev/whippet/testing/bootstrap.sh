#!/usr/bin/env bash
# A function in a few lines: the event says what to do. It answers with the event, or with what was asked for.
export LC_ALL=C
trap 'echo "goodbye"; exit 0' TERM
echo "starting"
case $MODE in
  exit-in-init) echo "no configuration" >&2; exit 2 ;;
  silent-exit) exit 0 ;;
esac
exec 3<>"/dev/tcp/${AWS_LAMBDA_RUNTIME_API/://}"

# request METHOD PATH BODY: sends it and reads the answer's headers into $id and $length
request() {
  printf '%s /2018-06-01/runtime/%s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s' "$1" "$2" "${#3}" "$3" >&3
  length=0
  while IFS= read -r line <&3; do
    line=${line%$'\r'}
    case $line in
      Lambda-Runtime-Aws-Request-Id:*) id=${line#*: } ;;
      Content-Length:*) length=${line#*: } ;;
      '') break ;;
    esac
  done
}

post() {
  request POST "$1" "$2"
  IFS= read -r -N "$length" _ <&3
}

if [ "$MODE" = init-error ]; then
  post init/error '{"errorType":"Config","errorMessage":"no table"}'
  exit 1
fi
count=0
while true; do
  request GET invocation/next ''
  event=
  while IFS= read -r size <&3; do
    size=$((16#${size%$'\r'}))
    [ "$size" = 0 ] && break
    IFS= read -r -N "$size" chunk <&3
    event+=$chunk
    IFS= read -r _ <&3
  done
  IFS= read -r _ <&3
  count=$((count + 1))
  case $event in
    '"exit"') echo "about to exit"; exit 3 ;;
    '"kill"') kill -9 $$ ;;
    '"hang"') sleep 60 & wait ;;
    '"log"') echo "out $count"; echo "err $count" >&2; printf 'no line end' ;;
    '"count"') event=$count ;;
    '"env"') event=$(env) ;;
    '"pwd"') event=$(pwd -P) ;;
    '"answer and exit"') post "invocation/$id/response" 'last'; exit 0 ;;
    '"fail"') post "invocation/$id/error" '{"errorType":"Failed","errorMessage":"on request"}'; continue ;;
  esac
  post "invocation/$id/response" "$event"
done
