package studio.backprop.ui.judge.evaluate;

import javafx.beans.property.ReadOnlyDoubleProperty;

/** Threshold over scores, movable by mouse and keys. */
interface ScoreThreshold {
  ReadOnlyDoubleProperty valueProperty();

  /** Minimum score. */
  double low();

  double high();

  /** Moves it by hundredths, within the range of the scores. */
  void move(int steps);

  /** Sets it to the nearest hundredth of a score. */
  void setNear(double score);

  /** Resets it to the threshold of the loss. */
  void reset();

  /** Ends a series of moves that are one undo step. */
  void settle();
}
