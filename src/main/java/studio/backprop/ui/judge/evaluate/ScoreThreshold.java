package studio.backprop.ui.judge.evaluate;

import javafx.beans.property.ReadOnlyDoubleProperty;

/** A threshold over scores that is moved by mouse and keys. */
interface ScoreThreshold {
  ReadOnlyDoubleProperty valueProperty();

  /** The least score that it is offered for. */
  double low();

  double high();

  /** Moves it by so many hundredths, within the range of the scores. */
  void move(int steps);

  /** Sets it to the hundredth that is nearest to a score. */
  void setNear(double score);

  /** Back to the threshold of the loss. */
  void reset();

  /** Ends a run of moves that undo takes back together. */
  void settle();
}
