package studio.backprop.data;

import java.util.List;
import studio.backprop.text.Message;

/**
 * Encoded rows of a file for prediction.
 *
 * @param inputs of the valid rows, unscaled, relative to the origins of their features, [rows × width]; missing numbers are NaN
 * @param places for each row of the file, its index in {@code inputs}; -1 where it cannot be predicted
 * @param notes on imputed, unknown and skipped cells, with their lines
 */
public record NewRows(float[] inputs, int[] places, List<Message> notes) {
  public NewRows {
    notes = List.copyOf(notes);
  }
}
