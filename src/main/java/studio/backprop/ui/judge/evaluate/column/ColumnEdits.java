package studio.backprop.ui.judge.evaluate.column;

import java.util.List;

/** Edits which columns of the table are inputs, as the settings of the data do. */
public interface ColumnEdits {
  /** Whether columns can be left out: those of the user's own table, or of a bundled one. */
  boolean possible();

  /** All columns that can be inputs, in the order of the file. */
  List<String> columns();

  /** Those left out. */
  List<String> leftOut();

  /** Leaves columns out or includes them again, as one undoable edit. */
  void set(List<String> some, boolean out);

  /** Leaves out exactly these columns, as one undoable edit. */
  void replace(List<String> out);
}
