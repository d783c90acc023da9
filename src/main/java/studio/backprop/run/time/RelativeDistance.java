package studio.backprop.run.time;

/** Adds up how far numbers b are from numbers a, on the way to ‖b − a‖ ⁄ ‖a‖. */
final class RelativeDistance {
  private double apart;
  private double size;
  private boolean any;

  void add(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      double difference = (double) b[i] - a[i];
      apart += difference * difference;
      size += (double) a[i] * a[i];
    }
    any = true;
  }

  /** 0 where both are equal, also where they are nothing; NaN where there was nothing to compare. */
  double ratio() {
    return !any ? Double.NaN : apart == 0 ? 0 : Math.sqrt(apart / size);
  }
}
