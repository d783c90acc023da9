package studio.backprop.ui.judge.evaluate.column;

import java.util.List;

/** Changes which columns of the table are inputs, by the edit that the settings of the data make. */
public interface ColumnEdits {
  /** Whether columns can be left out: those of a person's own table, or of a bundled one. */
  boolean possible();

  /** All columns that can be inputs, in the order of the file. */
  List<String> columns();

  /** Those of them that are left out. */
  List<String> leftOut();

  /** Leaves columns out, or takes them in again: one edit, which undo takes back. */
  void set(List<String> some, boolean out);

  /** Leaves out just these columns of the table: one edit, too. */
  void replace(List<String> out);
}
