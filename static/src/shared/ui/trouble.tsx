// Why there has been no room for a while, and what to do about it.

export function Trouble({ connection }: { connection: { trouble: { value: string } } }) {
  const words = connection.trouble.value;
  return words ? (
    <p class="banner banner--do offer" role="status">
      <span />
      <span>{words}</span>
    </p>
  ) : null;
}
