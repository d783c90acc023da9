package studio.backprop.kernel;

/** No helpers: the caller runs every chunk in order. */
final class OneThread implements Workers {
  @Override
  public int threads() {
    return 1;
  }

  @Override
  public void run(int chunks, Job job) {
    for (int chunk = 0; chunk < chunks; chunk++) {
      job.run(chunk);
    }
  }

  @Override
  public void close() {
    // there is nothing to end
  }
}
