package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An option that has no meaning is refused, never passed over: one sentence that says what would do, and code 2. */
@Timeout(120)
class RefusedOptionsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "cross-validate auto-mpg --groups nocol | There is no column “nocol” to group by: use one of",
      "cross-validate auto-mpg --groups weight_lbs | The values of “weight_lbs” do not repeat",
      "cross-validate auto-mpg --groups origin --method kfold | --method kfold makes no use of --groups",
      "cross-validate auto-mpg --method group | --method group needs --groups COLUMN",
      "cross-validate auto-mpg --best-columns 0 | from 1 to 9, the number of inputs",
      "cross-validate auto-mpg --best-columns 99 | from 1 to 9, the number of inputs",
      "cross-validate iris --chosen-on all | --chosen-on needs --best-columns.",
      "cross-validate iris --folds 1 | 1",
      "cross-validate iris --jobs 0 | 0",
      "features iris --part test | use --part train or validation",
      "features iris --metric mae | mae",
      "embed iris --dimensions 4 | 4",
      "embed iris --perplexity 0.5 | 0.5",
      "embed iris --node nope | nope",
      "landscape iris --grid 3 | --grid must be from 5 to 200, but was 3.",
      "landscape iris --rows 0 | --rows must be at least 1, but was 0.",
      "landscape iris --grid 1e2 | “1e2” cannot be --grid: it must be a whole number.",
      "landscape iris --grid 100000000000 | “100000000000” is too large for --grid.",
      "landscape iris --reach -1 | --reach must be above 0 and at most 1,000,000, but was −1.",
      "landscape iris --reach 1e300 | --reach must be above 0 and at most 1,000,000",
      "landscape iris --reach nan | “nan” cannot be --reach: it must be a number such as 0.5.",
      "landscape iris --under -1 | --under must be a finite number above 0, but was −1.",
      "landscape iris --plane foo | “foo” cannot be --plane: use one of pca, random, ends.",
      "landscape iris --centre B | The project has no twin runs, so --centre can only be A, but was “B”.",
      "landscape race-ravine --centre E | --centre must name a run from A to D, but was “E”.",
      "landscape race-ravine --plane random | each unit has a single weight",
      "landscape iris --plane ends | needs three runs of one architecture with different ends, but there is 1",
      "landscape iris --epochs 0 | 0",
      "train iris --epochs 0 | 0",
      "train cartpole-ppo --method foo | There is no method “foo”.",
      "train circles --method ppo | --method is for agents",
      "train circles --figure run.speed | run.speed",
      "race circles --surface hill | There is no test surface “hill”: use one of ravine, rosenbrock",
      "race circles --start 1 | --start must be two numbers such as -5,1.5, but was 1.",
      "race circles --start 1,x | 1,x",
      "race circles --start nan,1 | two numbers such as -5,1.5, but was nan,1.",
      "race circles --start 1e300,1 | Both numbers of --start must be from −100 to 100, but were 1e300,1.",
      "race circles --start 1,2,3 | 1,2,3",
      "race circles --steps 0 | from 1 to 10,000, but was 0",
      "race circles --under 0 | --under must be a finite number above 0, but was 0.",
      "race circles --under 1e400 | --under must be a finite number above 0, but was ∞.",
      "train cliff --balance batches | --balance is for projects that learn from labelled examples, but “cliff” trains an agent",
      "train gan-ring --balance weights | --balance is for projects that learn from labelled examples, but “gan-ring” trains a generator",
      "train gan-ring --data x.csv | --data is for projects that learn from labelled examples, but “gan-ring” trains a generator",
      "search iris --space= --budget 9 | The search space is empty: name settings, such as --space rate",
      "race circles --start 1,2 --seed 3 | either --start or --seed",
  })
  void aValueThatHasNoMeaningIsRefused(String line, String sentence) {
    assertRefused(backprop(line.split(" ")), sentence);
  }

  private static void assertRefused(Ran ran, String sentence) {
    assertThat(ran.err()).contains(sentence);
    assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
  }

  /** A value that belongs to a trained network. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "breast-cancer | --class malignant --versus malignant | choose two different classes",
      "breast-cancer | --class nope | There is no class “nope”",
      "breast-cancer | --layer nope | The network has no convolution, so there is no --layer to choose.",
      "breast-cancer | --baseline blurred | use zero or mean",
      "breast-cancer | --row 0 | 0",
      "auto-mpg | --class yes | The project predicts numbers: --class does not apply.",
      "auto-mpg | --versus yes | The project predicts numbers: --versus does not apply.",
  })
  void anExplanationIsAskedForWhatThereIs(String sample, String options, String sentence, @TempDir Path out) {
    assertThat(backprop("train", sample, "--epochs", "1", "--out", out.resolve("o").toString(), "--json").code()).isZero();
    assertRefused(backprop(("explain|" + out.resolve("o") + "|" + options.replace(' ', '|')).split("\\|")), sentence);
  }
}
