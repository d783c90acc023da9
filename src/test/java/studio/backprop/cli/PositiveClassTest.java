package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.cli.Ran.backprop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which of two classes precision, recall and F1 are of can be said; what is predicted stays the same. */
@Timeout(120)
class PositiveClassTest {
  private static final Offset<Double> SAME = Offset.offset(1e-12);

  @TempDir private Path folder;
  private String trained;

  private static JsonNode json(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return new JsonMapper().readTree(ran.out());
  }

  @BeforeEach
  void train() throws Exception {
    trained = folder.resolve("out").toString();
    json(backprop("train", "breast-cancer", "--epochs", "2", "--out", trained, "--json"));
  }

  @Test
  void theFirstClassIsJudgedAsThePositiveOne() throws Exception {
    JsonNode second = json(backprop("evaluate", trained, "--json"));
    String name = second.get("classes").get(0).asString();
    JsonNode first = json(backprop("evaluate", trained, "--positive", name, "--json"));
    assertThat(first.get("positive").asString()).isEqualTo(name).isNotEqualTo(second.get("positive").asString());
    assertThat(first.get("confusion")).as("in the order of the classes").isEqualTo(second.get("confusion"));
    assertThat(first.get("threshold").asDouble()).isEqualTo(0.5);
    assertThat(first.get("accuracy").asDouble()).isEqualTo(second.get("accuracy").asDouble());
    assertThat(first.get("recall").asDouble()).isEqualTo(second.get("specificity").asDouble());
    assertThat(first.get("specificity").asDouble()).isEqualTo(second.get("recall").asDouble());
    assertThat(first.get("roc_auc").asDouble()).isEqualTo(second.get("roc_auc").asDouble(), SAME);
    assertThat(first.get("log_loss").asDouble()).isEqualTo(second.get("log_loss").asDouble(), Offset.offset(1e-6));
    double right = count(second, 0, 0);
    double wrong = count(second, 0, 1) + count(second, 1, 0);
    assertThat(wrong).as("two epochs leave mistakes").isPositive();
    assertThat(first.get("f1").asDouble()).isEqualTo(2 * right / (2 * right + wrong), SAME).isNotEqualTo(second.get("f1").asDouble());
    assertThat(json(backprop("evaluate", trained, "--positive", second.get("positive").asString(), "--json"))).isEqualTo(second);
  }

  private static double count(JsonNode said, int truth, int predicted) {
    return said.get("confusion").get(truth).get(predicted).asDouble();
  }

  @Test
  void aThresholdIsOneOfTheScoreOfThePositiveClass() throws Exception {
    JsonNode usual = json(backprop("evaluate", trained, "--json"));
    String name = usual.get("classes").get(0).asString();
    JsonNode low = json(backprop("evaluate", trained, "--positive", name, "--threshold", "0", "--json"));
    assertThat(low.get("recall").asDouble()).as("all are predicted as it").isEqualTo(1);
    assertThat(count(low, 1, 1)).isZero();
    JsonNode other = json(backprop("evaluate", trained, "--positive", name, "--threshold", "0.3", "--json"));
    JsonNode same = json(backprop("evaluate", trained, "--threshold", "0.7000001", "--json"));
    assertThat(other.get("confusion")).isEqualTo(same.get("confusion")).isNotEqualTo(usual.get("confusion"));
  }

  @Test
  void theReportIsOfTheSameClass() throws Exception {
    String name = json(backprop("evaluate", trained, "--json")).get("classes").get(0).asString();
    Path report = folder.resolve("report.html");
    assertThat(backprop("evaluate", trained, "--positive", name, "--report", report.toString()).out()).isNotEmpty();
    assertThat(Files.readString(report)).contains("“" + name + "” is predicted from a score of 0.50 on");
  }

  @Test
  void eachFoldIsJudgedByIt() throws Exception {
    String name = json(backprop("evaluate", trained, "--json")).get("classes").get(0).asString();
    String[] command = {"cross-validate", "breast-cancer", "--folds", "3", "--epochs", "1", "--json", "--positive", name};
    JsonNode second = json(backprop(Arrays.copyOf(command, 7)));
    JsonNode first = json(backprop(command));
    assertThat(first.get("positive").asString()).isEqualTo(name);
    for (int fold = 0; fold < 3; fold++) {
      JsonNode before = second.get("results").get(fold);
      JsonNode now = first.get("results").get(fold);
      assertThat(now.get("weightsSha256")).isEqualTo(before.get("weightsSha256"));
      assertThat(now.get("test_accuracy")).isEqualTo(before.get("test_accuracy"));
      assertThat(now.get("false_positives")).isEqualTo(before.get("false_negatives"));
      assertThat(now.get("false_negatives")).isEqualTo(before.get("false_positives"));
      assertThat(now.get("test_f1")).isNotEqualTo(before.get("test_f1"));
    }
  }

  @Test
  void anotherNameOrAnotherTaskIsRefused() throws Exception {
    Ran unknown = backprop("evaluate", trained, "--positive", "ill");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("ill", "malignant", "benign");
    Ran several = backprop("cross-validate", "iris", "--folds", "2", "--epochs", "1", "--positive", "setosa");
    assertThat(several.code()).isEqualTo(2);
    assertThat(several.err()).contains("iris", "--positive");
  }
}
