package studio.backprop.lesson.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.Part;
import studio.backprop.data.draw.Drawing;
import studio.backprop.data.draw.Stroke;
import studio.backprop.data.draw.StrokePoint;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.LessonCommand.Grain;
import studio.backprop.lesson.command.LessonCommand.Owner;

/** Every command of the list. */
class CommandParserTest {
  /** @param means what it is read as */
  private record Written(String text, LessonCommand means) {}

  private static Written training(String text, String name, String value) {
    return new Written(text, new Change(Optional.empty(), Owner.TRAINING, "", name, value));
  }

  private static Written data(String text, String name, String value) {
    return new Written(text, new Change(Optional.empty(), Owner.DATA, "", name, value));
  }

  private static List<Written> commands() {
    return List.of(
        new Written("open receipts.backprop", new LessonCommand.Open("receipts.backprop")),
        new Written("open sample circles", new LessonCommand.OpenSample("circles")),
        new Written("reset", new LessonCommand.Reset()),
        new Written("new weights", new LessonCommand.NewWeights()),
        training("seed 0", "seed", "0"),
        new Written("step 1", new LessonCommand.Steps(1, Grain.STEP)),
        new Written("step 1 op", new LessonCommand.Steps(1, Grain.OP)),
        new Written("step 2 epoch", new LessonCommand.Steps(2, Grain.EPOCH)),
        new Written("run to epoch 50", new LessonCommand.RunToEpoch(50)),
        new Written("go to step 3", new LessonCommand.GoToStep(3)),
        training("rate 0.2", "rate", "0.2"), training("batch 32", "batch", "32"), training("epochs 50", "epochs", "50"),
        training("optimizer sgd", "optimizer", "sgd"), training("schedule cosine", "schedule", "cosine"), training("l2 0.03", "l2", "0.03"),
        training("patience 10", "patience", "10"), training("patience off", "patience", "off"), training("shuffle off", "shuffle", "off"),
        training("threshold 0.08", "threshold", "0.08"), training("threshold loss", "threshold", "loss"),
        data("data noise 0.3", "noise", "0.3"), data("data seed 2", "seed", "2"), data("data scaling none", "scaling", "none"),
        new Written("example train 0", new LessonCommand.ChooseExample(Part.TRAIN, 0)),
        new Written("example valid 12", new LessonCommand.ChooseExample(Part.VALIDATION, 12)),
        new Written("node h* activation tanh", new Change(Optional.empty(), Owner.NODE, "h*", "activation", "tanh")),
        new Written("weight neuron 0,0 1.5", new LessonCommand.SetNumber("neuron", "weight", List.of(0, 0), 1.5)),
        new Written("bias neuron 0 -1", new LessonCommand.SetNumber("neuron", "bias", List.of(0), -1)),
        new Written("add dense h2 after h1", new LessonCommand.AddLayer("dense", "h2", "h1")),
        new Written("remove h2", new LessonCommand.RemoveNode("h2")),
        new Written("wire a b", new LessonCommand.DrawWire("a", "b")),
        new Written("lane B rate 0.08", new Change(Optional.of('B'), Owner.TRAINING, "", "rate", "0.08")),
        new Written("lane B node h* activation relu", new Change(Optional.of('B'), Owner.NODE, "h*", "activation", "relu")),
        new Written("lane C data noise 0.1", new Change(Optional.of('C'), Owner.DATA, "", "noise", "0.1")),
        new Written("run lanes", new LessonCommand.RunLanes()),
        new Written("draw nothing", new LessonCommand.Draw(Drawing.EMPTY)),
        new Written("draw 0.5,0.1 0.5,.9 / 0,1", new LessonCommand.Draw(new Drawing(List.of(
            new Stroke(List.of(new StrokePoint(0.5, 0.1, 1), new StrokePoint(0.5, 0.9, 1))),
            new Stroke(List.of(new StrokePoint(0, 1, 1))))))),
        new Written("draw example", new LessonCommand.DrawExample()),
        new Written("draw pixel 0,7", new LessonCommand.DrawPixel(0, 7, true)),
        new Written("draw pixel 12,3 off", new LessonCommand.DrawPixel(12, 3, false)),
        new Written("label 7", new LessonCommand.LabelDrawing(7)),
        new Written("try vanishing 2", new LessonCommand.TryExperiment("vanishing", 2)),
        new Written("keep lane C", new LessonCommand.KeepLane('C')),
        new Written("keep B", new LessonCommand.KeepExperiment()),
        new Written("view doctor", new LessonCommand.OpenView(LessonView.DOCTOR, "")),
        new Written("view inside h1", new LessonCommand.OpenView(LessonView.INSIDE, "h1")),
        new Written("select h1", new LessonCommand.SelectNode("h1")),
        new Written("answer way w", new LessonCommand.GiveAnswer("way", "w", 2)),
        new Written("answer way 4.5 3", new LessonCommand.GiveAnswer("way", "4.5", 3)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isReadAsWhatItMeans(Written written) throws LineFault {
    assertThat(CommandParser.parse(written.text())).isEqualTo(written.means());
    assertThat(CommandParser.parse("  " + written.text().replace(" ", "   "))).isEqualTo(written.means());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void withoutItsLastWordOrWithOneMoreItIsAnotherOrRefused(Written written) {
    String text = written.text();
    for (String wrong : List.of(text + " §", text.substring(0, Math.max(0, text.lastIndexOf(' '))))) {
      LineFault fault = catchThrowableOfType(LineFault.class, () -> assertThat(CommandParser.parse(wrong)).isNotEqualTo(written.means()));
      if (fault != null) {
        assertThat(fault.column()).isBetween(1, wrong.length() + 1);
      }
    }
  }

  @Test
  void lanesAreComparedAtTheThresholdOfTheLoss() {
    LineFault fault = catchThrowableOfType(LineFault.class, () -> CommandParser.parse("lane B threshold 0.2"));
    assertThat(fault.sentence().key()).isEqualTo("lesson.command.lane_threshold");
  }

  @Test
  void everySettingTakesWhatTheListSays() throws LineFault {
    for (Owner owner : Owner.values()) {
      String before = switch (owner) {
        case TRAINING -> "";
        case NODE -> "node h1 ";
        default -> owner.name().toLowerCase(Locale.ROOT) + " ";
      };
      for (String name : SettingNames.of(owner)) {
        for (String value : SettingNames.values(owner, name).split(" \\| ")) {
          assertThat(CommandParser.parse(before + name + " " + value))
              .isEqualTo(new Change(Optional.empty(), owner, owner == Owner.NODE ? "h1" : "", name, value));
        }
      }
    }
  }
}
