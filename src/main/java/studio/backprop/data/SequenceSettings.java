package studio.backprop.data;

/**
 * Windowing of time series and texts.
 *
 * @param lags input values of a time-series example
 * @param horizon steps from the last input to the target
 * @param length tokens per text example
 * @param level characters or words
 * @param words vocabulary size for words, with padding and unknown
 */
public record SequenceSettings(int lags, int horizon, int length, TextLevel level, int words) {
  public static final int MOST_LAGS = 200;
  public static final int MOST_HORIZON = 100;
  public static final int LEAST_LENGTH = 4;
  public static final int MOST_LENGTH = 256;
  public static final int LEAST_WORDS = 100;
  public static final int MOST_WORDS = 5000;
  public static final SequenceSettings USUAL = new SequenceSettings(12, 1, 16, TextLevel.CHARACTER, 1000);

  public SequenceSettings {
    within("lags", lags, 1, MOST_LAGS);
    within("horizon", horizon, 1, MOST_HORIZON);
    within("length", length, LEAST_LENGTH, MOST_LENGTH);
    within("words", words, LEAST_WORDS, MOST_WORDS);
  }

  private static void within(String name, int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", but was " + number);
    }
  }

  public SequenceSettings withLags(int newLags) {
    return new SequenceSettings(newLags, horizon, length, level, words);
  }

  public SequenceSettings withHorizon(int newHorizon) {
    return new SequenceSettings(lags, newHorizon, length, level, words);
  }

  public SequenceSettings withLength(int newLength) {
    return new SequenceSettings(lags, horizon, newLength, level, words);
  }

  public SequenceSettings withLevel(TextLevel newLevel) {
    return new SequenceSettings(lags, horizon, length, newLevel, words);
  }

  public SequenceSettings withWords(int newWords) {
    return new SequenceSettings(lags, horizon, length, level, newWords);
  }
}
