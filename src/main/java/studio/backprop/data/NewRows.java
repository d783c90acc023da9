package studio.backprop.data;

import java.util.List;
import studio.backprop.text.Message;

/**
 * Rows of a file for prediction.
 *
 * @param inputs of those that can be, unscaled and from the origins of their features, [rows × width]; a missing number is NaN
 * @param places for each row of the file in its order, which of the inputs is its own; -1 where it cannot be predicted
 * @param notes what was filled, unknown or not predicted, and on which lines
 */
public record NewRows(float[] inputs, int[] places, List<Message> notes) {
  public NewRows {
    notes = List.copyOf(notes);
  }
}
