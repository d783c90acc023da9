package studio.backprop.data;

import java.util.ArrayList;
import java.util.List;

/** Text from a column of a user's table, one paragraph per cell. */
final class OwnText {
  private OwnText() {}

  static Dataset examples(TableData table, Columns columns, SequenceSettings sequence) throws DataProblem {
    int column = columns.targetOf(table);
    List<String> paragraphs = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      paragraphs.add(table.cell(row, column));
    }
    paragraphs.removeIf(String::isEmpty);
    List<String> text = Vocabulary.cut(sequence.level(), String.join(Vocabulary.END, paragraphs));
    if (BundledProse.rows(text.size(), sequence.length()) < DataSettings.LEAST_POINTS) {
      throw DataProblem.of(
          "data.problem.text-too-short", table.name(), text.size(), sequence.length(), sequence.length() * DataSettings.LEAST_POINTS + 1);
    }
    int known = sequence.level() == TextLevel.WORD ? sequence.words() : SequenceSettings.MOST_WORDS;
    return BundledProse.pieces(table.name(), text, Vocabulary.largest(sequence.level(), text, known), sequence, table.notes());
  }
}
