package studio.backprop.kernel;

/** Room for one block of sources and one of results, for each thread; all convolutions of a thread share it. */
final class LaneScratch {
  private float[] source = new float[0];
  private float[] result = new float[0];

  float[] source(int length) {
    if (source.length < length) {
      source = new float[length];
    }
    return source;
  }

  float[] result(int length) {
    if (result.length < length) {
      result = new float[length];
    }
    return result;
  }
}
