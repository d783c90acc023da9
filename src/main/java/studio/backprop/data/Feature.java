package studio.backprop.data;

/**
 * Input of a table row: a numeric column, or the one-hot indicator of a category.
 *
 * @param column of the table
 * @param word category; empty for a numeric column
 * @param origin offset for float32 storage; mostly 0, see {@link ColumnOrigin}
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

  public String name() {
    return isNumber() ? column : column + "=" + word;
  }
}
