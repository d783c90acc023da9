package studio.backprop.data;

/**
 * How examples are cut out of something longer.
 *
 * @param lags values of a time series that an example knows
 * @param horizon how many steps after the last of them the value lies that is asked for
 */
public record SequenceSettings(int lags, int horizon) {
  public static final int MOST_LAGS = 200;
  public static final int MOST_HORIZON = 100;
  public static final SequenceSettings USUAL = new SequenceSettings(12, 1);

  public SequenceSettings {
    within("lags", lags, 1, MOST_LAGS);
    within("horizon", horizon, 1, MOST_HORIZON);
  }

  private static void within(String name, int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", but was " + number);
    }
  }

  public SequenceSettings withLags(int newLags) {
    return new SequenceSettings(newLags, horizon);
  }

  public SequenceSettings withHorizon(int newHorizon) {
    return new SequenceSettings(lags, newHorizon);
  }
}
