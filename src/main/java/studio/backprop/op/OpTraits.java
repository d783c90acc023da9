package studio.backprop.op;

/**
 * What the compiler asks of an op when it decides which numbers may share memory.
 *
 * @param readsInputs whether {@link Op#backward} reads the values of the inputs: otherwise they may be gone by then
 * @param readsOutput whether {@link Op#backward} reads the values of the output: otherwise they may be gone by then
 * @param worksInPlace whether it goes place by place, so that its output may lie where its first input does and the gradient of an input
 * where that of the output does, if these are dead by then
 */
public record OpTraits(boolean readsInputs, boolean readsOutput, boolean worksInPlace) {
  /** Conservative default. */
  static final OpTraits CAREFUL = new OpTraits(true, true, false);
}
