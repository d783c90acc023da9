package studio.backprop.kernel;

/** Room for one block of results, for each thread; all convolutions of a thread share it. */
final class LaneScratch {
  private float[] result = new float[0];

  float[] result(int length) {
    if (result.length < length) {
      result = new float[length];
    }
    return result;
  }
}
