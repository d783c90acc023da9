package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import studio.backprop.derivation.Explanation;
import studio.backprop.derivation.Share;
import studio.backprop.derivation.Update;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor;

/**
 * What was found out about a number.
 *
 * @param explanation empty where no gradient comes to it
 * @param shares of the examples in the gradient of a weight; empty for an output
 * @param update what the end of the step will do to a weight
 * @param rows of the training part that the batch is made of
 * @param row the example of the batch that is followed, below 0 for all
 * @param step that it is about, counted by the steps taken before it
 * @param course all ops of the step
 * @param why there is no explanation
 * @param drawn whether what a person has drawn is followed, in the place of the batch's first example
 */
record Explained(Optional<Explanation> explanation, List<Share> shares, Optional<Update> update, int[] rows, int row, long step,
    List<Cursor> course, Optional<Message> why, boolean drawn) {
  static final Explained NONE = new Explained(Optional.empty(), List.of(), Optional.empty(), new int[0], 0, -1, List.of(),
      Optional.empty(), false);

  /** Nothing was found out, for a reason. */
  static Explained of(Message why) {
    return new Explained(Optional.empty(), List.of(), Optional.empty(), new int[0], 0, -1, List.of(), Optional.of(why), false);
  }
}
