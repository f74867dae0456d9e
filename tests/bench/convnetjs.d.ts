/** The few parts of convnetjs that the benchmark uses; it brings no types. */
declare module 'convnetjs' {
  interface Vol {
    w: Float64Array;
  }
  interface Net {
    makeLayers(definitions: object[]): void;
  }
  const convnetjs: {
    Vol: new (sx: number, sy: number, depth: number, fill: number) => Vol;
    Net: new () => Net;
    SGDTrainer: new (
      net: Net,
      options: object,
    ) => { train(x: Vol, label: number): { cost_loss: number } };
  };
  export default convnetjs;
}
