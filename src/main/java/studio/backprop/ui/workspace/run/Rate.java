package studio.backprop.ui.workspace.run;

/** Growth rate of a count per second over about the last second; 0 until two seconds have been measured, as the first is slow. */
final class Rate {
  private static final double WINDOW = 1e9;

  private long since;
  private double countThen;
  private double perSecond;
  private int windows;

  void clear() {
    since = 0;
    perSecond = 0;
    windows = 0;
  }

  void at(long nanos, double count) {
    if (since == 0 || count < countThen) {
      since = nanos;
      countThen = count;
    } else if (nanos - since > WINDOW) {
      windows++;
      perSecond = windows < 2 ? 0 : (count - countThen) / (nanos - since) * 1e9;
      since = nanos;
      countThen = count;
    }
  }

  double perSecond() {
    return perSecond;
  }
}
