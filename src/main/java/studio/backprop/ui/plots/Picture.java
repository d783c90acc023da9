package studio.backprop.ui.plots;

import javafx.scene.layout.Region;

/** Draws one kind of answer. */
interface Picture {
  Region node();

  /**
   * Draws an answer of this picture's kind.
   *
   * @param anew whether colours or words have changed too
   */
  void show(Answer answer, boolean anew);

  /** What the title line says of this answer, in quiet words. */
  String detail(Answer answer);
}
