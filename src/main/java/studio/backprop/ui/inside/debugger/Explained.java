package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import studio.backprop.derivation.Explanation;
import studio.backprop.derivation.Share;
import studio.backprop.derivation.Update;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor;

/**
 * Explanation of a number.
 *
 * @param explanation empty if no gradient reaches the number
 * @param shares of the examples in the gradient of a weight; empty for an output
 * @param update pending optimizer update of a weight
 * @param rows of the training part in the batch
 * @param row followed example of the batch, below 0 for all
 * @param step number of steps taken before it
 * @param why there is no explanation
 * @param drawn whether the drawn input is followed instead of the batch's first example
 */
record Explained(Optional<Explanation> explanation, List<Share> shares, Optional<Update> update, int[] rows, int row, long step,
    List<Cursor> course, Optional<Message> why, boolean drawn) {
  static final Explained NONE = new Explained(Optional.empty(), List.of(), Optional.empty(), new int[0], 0, -1, List.of(),
      Optional.empty(), false);

  /** Missing explanation with its reason. */
  static Explained of(Message why) {
    return new Explained(Optional.empty(), List.of(), Optional.empty(), new int[0], 0, -1, List.of(), Optional.of(why), false);
  }
}
