package studio.backprop.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.Trial;

/** Binary format of a search trial with its weights, for cluster messages. */
public final class TrialBytes {
  private TrialBytes() {}

  /** Trial number, length of its JSON, the JSON, and its arrays. */
  public static byte[] write(Trial trial) {
    TrialNumbers.Writer numbers = new TrialNumbers.Writer();
    byte[] json = Json.write(TrialJson.write(trial, numbers));
    byte[] rest = numbers.bytes();
    return ByteBuffer.allocate(2 * Integer.BYTES + json.length + rest.length).putInt(trial.number()).putInt(json.length).put(json)
        .put(rest).array();
  }

  /** @throws StoreProblem if it is no trial of this space */
  public static Trial read(byte[] bytes, Space space) throws StoreProblem {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    int number = bytes.length < 2 * Integer.BYTES ? 0 : from.getInt();
    int length = number < 1 ? -1 : from.getInt();
    if (length < 0 || length > from.remaining()) {
      throw StoreProblem.of("store.section", Section.SEARCH.file());
    }
    int json = from.position();
    TrialNumbers.Reader numbers = new TrialNumbers.Reader(Arrays.copyOfRange(bytes, json + length, bytes.length));
    Trial trial = TrialJson.read(Json.read(Section.SEARCH, Arrays.copyOfRange(bytes, json, json + length)), number, space, numbers);
    numbers.checkEnd();
    return trial;
  }
}
