package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.tensor.Shape;

class TextTest {
  private static Dataset load(String id, SequenceSettings sequence) throws DataProblem {
    return PreparedData.load(DataSettings.of(id).withSequence(sequence), Optional.empty(), Progress.NONE).dataset();
  }

  private static String written(Dataset dataset, int row) {
    float[] tokens = new float[dataset.width()];
    dataset.copyInput(row, tokens, 0);
    return dataset.text().orElseThrow().write(tokens);
  }

  @Test
  void aNameIsItsLettersFilledUpWithPadding() throws DataProblem {
    Dataset names = load("names", SequenceSettings.USUAL.withLength(8));
    assertThat(written(names, 0)).isEqualTo("aaren");
    assertThat(names.input(0, 4)).isGreaterThan(Vocabulary.UNKNOWN);
    assertThat(names.input(0, 5)).isEqualTo(Vocabulary.PADDING);
    assertThat(names.classNames().get((int) names.target(0))).isEqualTo("female");
  }

  @Test
  void afterEachLetterTheNextOneIsTheAnswerUntilTheNameEnds() throws DataProblem {
    Dataset names = load("names-next", SequenceSettings.USUAL.withLength(8));
    assertThat(written(names, 0)).isEqualTo("\naaren");
    StringBuilder answers = new StringBuilder();
    for (int step = 0; step < 6; step++) {
      answers.append(names.classNames().get((int) names.target(0, step)));
    }
    assertThat(answers.toString()).isEqualTo("aaren\n");
    assertThat(names.target(0, 6)).isNaN();
  }

  @Test
  void tokensAreNotScaled() throws DataProblem {
    PreparedData names = PreparedData.load(DataSettings.of("names").withScaling(Scaling.MIN_MAX), Optional.empty(), Progress.NONE);
    float[] scaled = new float[16];
    names.copyInput(Part.TRAIN, 3, scaled, 0);
    assertThat(scaled[0]).isEqualTo(names.rawInput(Part.TRAIN, 3, 0));
  }

  @Test
  void aBookOfWordsKnowsAsManyAsItIsToldAndCallsTheRestUnknown() throws DataProblem {
    SequenceSettings words = SequenceSettings.USUAL.withLevel(TextLevel.WORD).withWords(200);
    Dataset book = load("pride-and-prejudice", words);
    DatasetInfo said = DatasetCatalog.find("pride-and-prejudice").orElseThrow()
        .under(DataSettings.of("pride-and-prejudice").withSequence(words));
    assertThat(book.classNames()).hasSize(200);
    assertThat(said.classes()).isEqualTo(200);
    assertThat(said.examples()).isEqualTo(book.rows());
    assertThat(book.about().targetShape()).isEqualTo(Shape.of(16));
    assertThat(written(book, 0)).startsWith("▯ and ▯\nby jane ▯");
    assertThat(book.target(0, 0)).isEqualTo(book.input(0, 1));
    assertThat(book.target(0, 15)).isEqualTo(book.input(1, 0));
  }

  @Test
  void theBookIsSplitInItsOrder() throws DataProblem {
    PreparedData book = PreparedData.load(DataSettings.of("pride-and-prejudice"), Optional.empty(), Progress.NONE);
    assertThat(book.split().row(Part.VALIDATION, 0)).isEqualTo(book.trainRows());
  }
}
