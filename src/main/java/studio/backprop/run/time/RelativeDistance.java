package studio.backprop.run.time;

/** Accumulator of the relative distance ‖b − a‖ ⁄ ‖a‖. */
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

  /** 0 if both are equal, even if zero; NaN without numbers. */
  double ratio() {
    return !any ? Double.NaN : apart == 0 ? 0 : Math.sqrt(apart / size);
  }
}
