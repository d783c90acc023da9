package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.command.CommandsModel;

/** The words that a student types lead somewhere. */
class TermCommandsTest {
  private final CommandsModel commands = new CommandsModel(new Lang(Texts.ENGLISH), command -> true);
  private final List<String> shown = new ArrayList<>();

  @BeforeEach
  void offer() {
    commands.add(TermCommands.all(shown::add));
  }

  @ParameterizedTest
  @CsvSource({"reward,reward", "target network,target-network", "replay memory,replay-memory", "replay buffer,replay-memory",
      "exploration,exploration", "epsilon,exploration", "policy,policy", "q-learning,q-value", "reinforcement learning,agent",
      "environment,environment", "mode collapse,mode-collapse", "generator,generator", "rung,rung", "asha,successive-halving",
      "search space,search-space", "saddle,saddle-point", "ravine,ravine", "loss landscape,loss-landscape", "gradient,gradient",
      "GAN,adversarial-training", "discriminator,discriminator", "critic,critic", "mode,mode", "latent,latent-vector",
      "noise z,latent-vector", "minimax,minimax", "saturating,non-saturating", "least squares,least-squares-gan",
      "LSGAN,least-squares-gan", "round,round"})
  void aWordOpensItsPageOfTheGlossary(String typed, String term) {
    commands.find(typed).get(0).run();
    assertThat(shown).containsExactly(term);
  }

  @ParameterizedTest
  @CsvSource({"奖励,reward", "经验回放,replay-memory", "回放缓冲区,replay-memory", "探索,exploration", "epsilon,exploration", "环境,environment",
      "模式坍塌,mode-collapse", "判别器,discriminator", "逐级淘汰,successive-halving", "损失地形,loss-landscape", "滤波器归一化,filter-normalization",
      "鞍点,saddle-point", "动作,action", "生成器,generator", "模式崩溃,mode-collapse", "潜变量,latent-vector", "极小极大,minimax",
      "非饱和,non-saturating", "最小二乘,least-squares-gan", "对抗训练,adversarial-training", "迭代,round"})
  void inChineseToo(String typed, String term) {
    CommandsModel chinese = new CommandsModel(new Lang(Texts.CHINESE), command -> true);
    chinese.add(TermCommands.all(shown::add));
    chinese.find(typed).get(0).run();
    assertThat(shown).containsExactly(term);
  }

  @Test
  void everyTermIsThere() {
    assertThat(commands.find("glossary")).hasSameSizeAs(Terms.all());
  }

  /** Called by its name, the page comes before its terms; and what does something comes before what is explained. */
  @Test
  void thePageComesBeforeItsTermsAndASettingBeforeAWord() {
    commands.add(List.of(
        Command.of("command.glossary", Command.Group.WINDOW, Icon.GLOSSARY, "Shift+F1", () -> shown.add("page")),
        Command.of(Message.of("command.setting", Message.of("training.rate")), Command.Group.TRAINING, Icon.SETTINGS,
            () -> shown.add("setting"))));
    commands.find("glossary").get(0).run();
    commands.find("learning rate").get(0).run();
    assertThat(shown).containsExactly("page", "setting");
  }

  /** Samples are found by them, too. */
  @ParameterizedTest
  @ValueSource(strings = {"cart", "epsilon", "reward", "target network", "replay memory", "exploration", "policy", "environment"})
  void theyLeadToASample(String typed) {
    for (String sample : List.of("cliff", "cartpole-dqn")) {
      commands.add(List.of(Command.of(Message.of("command.sample", Message.of("sample." + sample)), Command.Group.SAMPLE, Icon.LESSONS,
          () -> shown.add(sample))));
    }
    assertThat(commands.find(typed)).anyMatch(found -> found.group() == Command.Group.SAMPLE);
  }
}
