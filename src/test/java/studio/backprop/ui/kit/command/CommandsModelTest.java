package studio.backprop.ui.kit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    assertThat(model.find("")).containsExactly(open, saveAs, light);
    changed.set(true);
    assertThat(model.find("")).containsExactly(open, saveAs, undo, light);
  }

  @Test
  void aBeginningComesBeforeAWordAndAWordBeforeALetterInside() {
    assertThat(model.find("a")).containsExactly(open, saveAs);
    assertThat(model.find("theme")).containsExactly(light);
    assertThat(model.find("as")).first().isEqualTo(saveAs);
  }

  @Test
  void beginningsOfItsWordsAreEnough() {
    assertThat(model.find("opr")).containsExactly(open);
    assertThat(model.find("oap")).containsExactly(open);
    assertThat(model.find("jpo")).isEmpty();
    assertThat(model.find("opj")).as("no letter from within a word").isEmpty();
  }

  @Test
  void anotherWordForACommandFindsIt() {
    assertThat(model.find("export")).containsExactly(saveAs);
    assertThat(model.find("load")).containsExactly(open);
    assertThat(model.find("导入")).containsExactly(open);
    assertThat(model.find("keras")).isEmpty();
  }

  @Test
  void severalWordsFindWhatHasEachOfThem() {
    assertThat(model.find("as save")).containsExactly(saveAs);
    assertThat(model.find("project open")).containsExactly(open);
    assertThat(model.find("project theme")).isEmpty();
  }

  @Test
  void aSettingIsFoundByItsNameAndByOthers() {
    Command batch = Command.of(Message.of("command.setting", Message.of("training.batch")), Command.Group.TRAINING, Icon.SETTINGS,
        () -> done.add("batch"));
    Command rate = Command.of(Message.of("command.setting", Message.of("training.rate")), Command.Group.TRAINING, Icon.SETTINGS,
        () -> done.add("rate"));
    model.add(List.of(batch, rate));
    assertThat(model.find("batch size")).containsExactly(batch);
    assertThat(model.find("mini-batch")).containsExactly(batch);
    assertThat(model.find("learning rate")).containsExactly(rate);
    assertThat(model.find("lr")).containsExactly(rate);
    assertThat(model.find("学习率")).containsExactly(rate);
  }

  @Test
  void headingsGroupWhatIsThereAndWhatWasUsedLastComesFirst() {
    Command sample = Command.of(Message.of("command.sample", "Circles"), Command.Group.SAMPLE, Icon.LESSONS, () -> done.add("sample"));
    Command play = Command.of("command.play", Command.Group.TRAINING, Icon.PLAY, "Space", () -> done.add("play"));
    model.add(List.of(sample, play));
    assertThat(said("")).containsExactly("Suggested", lang.say("command.play"), "Project", lang.say("command.open"),
        lang.say("command.save_as"), "Window", "Light theme",
        "Samples", "Open sample: Circles");
    model.used(light);
    assertThat(said("")).startsWith("Recent", "Light theme", "Suggested").endsWith("Samples", "Open sample: Circles");
    assertThat(model.rows("").stream().filter(row -> row.command().isEmpty())).as("nothing else is without a command")
        .allMatch(CommandRow::heading);
  }

  @Test
  void aLayerIsFoundByWhatItIsCalledElsewhereAndSamplesComeLast() {
    model.add(List.of(Command.of(Message.of("command.sample", "linear data"), Command.Group.SAMPLE, Icon.LESSONS, () -> {})));
    LayerCatalog.types().forEach(type ->
        model.add(List.of(Command.of(Message.of("command.layer", type.title()), Command.Group.LAYER, Icon.PLUS, () -> {}))));
    assertThat(said("linear")).contains("Insert Dense");
    model.add(List.of(command("command.doctor", "F9")));
    assertThat(said("relu")).first().isEqualTo("Insert Activation");
    assertThat(said("softmax")).contains("Insert Activation");
    assertThat(said("线性")).contains("Insert Dense");
    assertThat(said("i")).last().isEqualTo("Open sample: linear data");
  }

  private List<String> said(String typed) {
    return model.rows(typed).stream().map(CommandRow::said).toList();
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

  /** The guide, the folder of samples and the command line call it so. */
  @Test
  void aSampleIsFoundByTheNameOfItsFileAndWhatItIsAboutBeforeWhatKnowsEverything() {
    Command cliff = Command.of(Message.of("command.sample", Message.of("sample.cliff")), Command.Group.SAMPLE, Icon.LESSONS, () -> { });
    Command search = Command.of(
        Message.of("command.sample", Message.of("sample.search-digits")), Command.Group.SAMPLE, Icon.LESSONS, () -> { });
    Command lessons = Command.of(Message.of("command.lessons"), Command.Group.WINDOW, Icon.LESSONS, () -> { });
    model.add(List.of(lessons, cliff, search));
    assertThat(model.find("search-digits")).containsExactly(search);
    assertThat(model.find("reward")).containsExactly(cliff, lessons);
    assertThat(model.find("hyperparameter")).containsExactly(search);
  }
}
