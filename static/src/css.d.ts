/** A sheet as the text that it is (bin/_assets.mjs). */
declare module '*.css' {
  const text: string;
  export default text;
}
