package studio.backprop.data;

/**
 * One input of a table's row: a column's number, or 1 where the column holds a certain word and 0 elsewhere (one-hot).
 *
 * @param column of the table
 * @param word that makes it 1; empty for a column of numbers
 * @param origin from which a number is counted, so that float32 tells its values apart; mostly 0, see {@link ColumnOrigin}
 */
public record Feature(String column, String word, double origin) {
  public Feature(String column, String word) {
    this(column, word, 0);
  }

  public static Feature number(String column) {
    return new Feature(column, "");
  }

  public boolean isNumber() {
    return word.isEmpty();
  }

  /** Such as {@code horsepower}, or {@code origin=Japan}. */
  public String name() {
    return isNumber() ? column : column + "=" + word;
  }
}
