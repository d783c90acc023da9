package studio.backprop.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

class CommandsModelTest {
  private final Lang lang = new Lang(Texts.ENGLISH);
  private final CommandsModel model = new CommandsModel(lang, command -> true);
  private final SimpleBooleanProperty changed = new SimpleBooleanProperty(false);
  private final List<String> done = new ArrayList<>();
  private final Command open = command("command.open", "Shortcut+O");
  private final Command saveAs = command("command.save_as", "Shortcut+Shift+S");
  private final Command undo = command("command.undo", "Shortcut+Z").when(changed);
  private final Command light = Command.of(Message.of("command.light"), Command.Group.WINDOW, Icon.SUN, () -> done.add("light"));

  @BeforeEach
  void offer() {
    model.add(List.of(open, saveAs, undo, light));
  }

  private Command command(String title, String key) {
    return Command.of(title, Command.Group.PROJECT, Icon.NEW, key, () -> done.add(title));
  }

  @Test
  void nothingTypedFindsAllThatCanBeDone() {
    assertThat(commands("")).containsExactly(open, saveAs, light);
    changed.set(true);
    assertThat(commands("")).containsExactly(open, saveAs, undo, light);
  }

  @Test
  void aBeginningComesBeforeAWordAndAWordBeforeALetterInside() {
    assertThat(model.find("s")).first().isEqualTo(saveAs);
    assertThat(model.find("a")).containsExactly(open, saveAs);
    assertThat(model.find("theme")).containsExactly(light);
    assertThat(model.find("as")).first().isEqualTo(saveAs);
    assertThat(model.find("open a project")).as("a whole name comes first").first().isEqualTo(open);
  }

  @Test
  void everyTypedWordHasToBeFoundAndScatteredLettersAreNoMatch() {
    assertThat(model.find("project open")).containsExactly(open);
    assertThat(model.find("open light")).isEmpty();
    assertThat(model.find("opj")).as("o, p and j stand in “Open a project”").isEmpty();
  }

  @Test
  void headingsGroupWhatIsThereAndWhatWasUsedLastComesFirst() {
    Command sample = Command.of(Message.of("command.sample", "Circles"), Command.Group.SAMPLE, Icon.LESSONS, () -> done.add("sample"));
    Command play = Command.of("command.play", Command.Group.TRAINING, Icon.PLAY, "Space", () -> done.add("play"));
    model.add(List.of(sample, play));
    assertThat(said("")).containsExactly("Suggested", "Play or pause", "Project", "Open a project", "Save as", "Window", "Light theme", "Samples", "Open sample: Circles");
    model.used(light);
    assertThat(said("")).startsWith("Recent", "Light theme", "Suggested");
    assertThat(said("")).endsWith("Samples", "Open sample: Circles");
    assertThat(model.rows("").stream().filter(Row::heading)).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"relu,layer.activation", "linear,layer.dense", "softmax,layer.activation", "线性,layer.dense", "过拟合,command.doctor", "overfit,command.doctor", "export,picture.save", "导出,picture.save", "训练,command.play"})
  void wordsOfOtherToolsAreKnown(String word, String wanted) {
    model.add(LayerCatalog.types().stream().map(type -> Command.of(Message.of("command.layer", type.title()), Command.Group.LAYER, Icon.PLUS, () -> {})).toList());
    model.add(List.of(command("command.doctor", "F9"), command("command.play", "Space"), command("picture.save", "Shortcut+Shift+E")));
    for (Texts texts : Texts.all()) {
      lang.textsProperty().set(texts);
      assertThat(model.find(word)).extracting(c -> c.title().args().isEmpty() ? c.title().key() : ((Message) c.title().args().get(0)).key()).contains(wanted);
      assertThat(model.find(word).size()).as("only what was meant").isLessThan(6);
    }
  }

  @ParameterizedTest
  @CsvSource({"onnx,Keras", "keras,Keras", "predict,backprop predict", "预测,backprop predict", "gpu,CPU"})
  void whatTheProgramCannotDoIsSaid(String word, String sentence) {
    assertThat(said(word)).anyMatch(row -> row.contains(sentence));
    assertThat(model.rows(word)).as("it is no command").allMatch(row -> row.command().isEmpty());
  }

  private List<Command> commands(String typed) {
    return model.rows(typed).stream().flatMap(row -> row.command().stream()).toList();
  }

  private List<String> said(String typed) {
    return model.rows(typed).stream().map(row -> lang.say(row.said())).toList();
  }

  @Test
  void englishNamesAreFoundInChineseToo() {
    lang.textsProperty().set(Texts.CHINESE);
    assertThat(model.find("light")).containsExactly(light);
    assertThat(model.find("浅色")).containsExactly(light);
  }

  @Test
  void thePageOfKeysHasOnlyCommandsWithAKey() {
    assertThat(model.withKeys()).containsOnlyKeys(Command.Group.PROJECT);
    assertThat(model.withKeys().get(Command.Group.PROJECT)).containsExactly(open, saveAs, undo);
  }

  @Test
  void whatCannotBeDoneIsNotDone() {
    undo.run();
    assertThat(done).isEmpty();
    changed.set(true);
    undo.run();
    assertThat(done).containsExactly("command.undo");
  }
}
