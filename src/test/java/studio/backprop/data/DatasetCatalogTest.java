package studio.backprop.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Environments;
import studio.backprop.text.Texts;

class DatasetCatalogTest {
  private static List<DatasetInfo> datasets() {
    return DatasetCatalog.all();
  }

  private static PreparedData load(String id) throws DataProblem {
    return PreparedData.load(DataSettings.of(id), Optional.empty(), Progress.NONE);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void everyDatasetHoldsWhatTheCatalogSays(DatasetInfo info) throws DataProblem {
    PreparedData data = load(info.id());
    Dataset dataset = data.dataset();
    assertThat(dataset.rows()).isEqualTo(info.examples());
    assertThat(dataset.inputShape()).isEqualTo(info.inputShape());
    assertThat(dataset.task()).isEqualTo(info.task());
    assertThat(dataset.classNames()).hasSize(info.classes());
    assertThat(dataset.isImages()).isEqualTo(info.kind() == DatasetInfo.Kind.IMAGES);
    assertThat(data.trainRows() + data.validationRows() + data.testRows()).isEqualTo(info.examples());
    assertEveryNumberIsFiniteAndEveryClassOccurs(data);
  }

  /** A class is found by its index, so a text must not stand at the place of another class. */
  @ParameterizedTest
  @MethodSource("datasets")
  void englishTextsOfClassesAreTheDatasetsOwnNames(DatasetInfo info) throws DataProblem {
    List<String> names = load(info.id()).dataset().classNames();
    String first = "data." + info.id() + ".class.";
    for (int index = 0; index < names.size() && Texts.ENGLISH.has(first + 0); index++) {
      assertThat(Texts.ENGLISH.say(first + index)).isEqualTo(names.get(index));
      assertThat(Texts.CHINESE.has(first + index)).isTrue();
    }
    assertThat(Texts.ENGLISH.has("data." + info.id() + ".target")).isEqualTo(Texts.CHINESE.has("data." + info.id() + ".target"));
  }

  private static void assertEveryNumberIsFiniteAndEveryClassOccurs(PreparedData data) {
    float[] input = new float[data.dataset().width()];
    // a token may be rare enough to stand in the last part only
    boolean foretold = data.dataset().text().filter(Text::next).isPresent();
    boolean[] seen = new boolean[foretold ? 0 : data.dataset().classNames().size()];
    boolean finite = true;
    for (int row = 0; row < data.trainRows(); row++) {
      data.copyInput(Part.TRAIN, row, input, 0);
      for (float number : input) {
        finite &= Float.isFinite(number);
      }
      for (int place = 0; seen.length > 0 && place < data.dataset().answers(); place++) {
        float answer = data.rawTarget(Part.TRAIN, row, place);
        if (!Float.isNaN(answer)) {
          seen[(int) answer] = true;
        }
      }
    }
    assertThat(finite).isTrue();
    assertThat(seen).doesNotContain(false);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void everyDatasetHasATitleAndALineInBothLanguages(DatasetInfo info) {
    for (Texts texts : Texts.all()) {
      assertThat(texts.say(info.title())).isNotBlank();
      assertThat(texts.say(info.about())).isNotBlank();
    }
  }

  @Test
  void theStatesOfEachWorldHaveATitleAndALineToo() {
    for (Environment world : Environments.all()) {
      DatasetInfo info = DatasetCatalog.find(world.id()).orElseThrow();
      for (Texts texts : Texts.all()) {
        assertThat(texts.say(info.title())).isNotBlank();
        assertThat(texts.say(info.about())).isNotBlank();
      }
    }
  }

  @Test
  void mnistKeepsItsOwnTestImagesAndPixelsRunFromZeroToOne() throws DataProblem {
    PreparedData mnist = load("mnist");
    assertThat(mnist.testRows()).isEqualTo(1000);
    assertThat(mnist.validationRows()).isEqualTo(1800);
    assertThat(mnist.split().row(Part.TEST, 0)).isEqualTo(9000);
    float[] image = new float[784];
    mnist.copyInput(Part.TRAIN, 0, image, 0);
    float most = 0;
    for (float pixel : image) {
      most = Math.max(most, pixel);
    }
    assertThat(most).isBetween(0.9f, 1f);
  }

  @Test
  void fashionHasTwoHundredTestImagesOfEachKindOfClothes() throws DataProblem {
    PreparedData fashion = load("fashion-mnist");
    int[] counts = new int[10];
    for (int row = 0; row < fashion.testRows(); row++) {
      counts[fashion.classOf(Part.TEST, row)]++;
    }
    assertThat(counts).containsOnly(200);
    assertThat(fashion.dataset().classNames().get(9)).isEqualTo("Ankle boot");
  }

  @Test
  void autoMpgSaysWhichRowsItLeavesOutAndWhichGapsItFills() throws DataProblem {
    PreparedData cars = load("auto-mpg");
    assertThat(cars.dataset().featureNames()).contains("horsepower", "origin=Europe", "origin=Japan", "origin=USA");
    assertThat(cars.notes()).map(Texts.ENGLISH::say).containsExactly(
        "8 rows were left out because “mpg” is missing",
        "6 missing values of “horsepower” filled with the mean of the training rows");
  }

  @Test
  void breastCancerCallsMalignantTheSecondClassSoThatOneMeansFound() throws DataProblem {
    assertThat(load("breast-cancer").dataset().classNames()).containsExactly("benign", "malignant");
  }

  @Test
  void anUnknownDatasetIsOneSentence() {
    assertThatThrownBy(() -> load("imagenet")).isInstanceOf(DataProblem.class).hasMessageContaining("“imagenet”");
  }

  @Test
  void loadingStopsWhenItIsCancelled() {
    Progress impatient =
        new Progress() {
          @Override
          public void at(long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> PreparedData.load(DataSettings.of("mnist"), Optional.empty(), impatient))
        .isInstanceOf(CancellationException.class);
  }
}
