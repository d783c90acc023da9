package studio.backprop.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.MethodType;

/** Double DQN is a method of its own in all lists; a file keeps it as it always did, as DQN that is doubled. */
class DoubleDqnFileTest {
  @TempDir private Path folder;

  private static MethodType type(Project project) {
    return MethodCatalog.typeOf(((Agent) project.assignment()).method());
  }

  @Test
  void aFileOfEarlierIsOfTheMethodThatItWas() throws Exception {
    Project sample = SampleProject.of("cartpole-dqn");
    byte[] written = Projects.bytes(folder, Saved.of(sample));
    String json = new String(Projects.unzip(written).get("project.json"), StandardCharsets.UTF_8).replaceAll("\\s", "");
    assertThat(json).contains("\"method\":\"dqn\"").contains("\"doubled\":true");
    Project back = Projects.open(written).saved().project();
    assertThat(back.assignment()).isEqualTo(sample.assignment());
    assertThat(type(back).id()).isEqualTo("double-dqn");
  }

  @Test
  void oneCanBeChosenInThePlaceOfTheOtherAndNothingElseChanges() {
    Project sample = SampleProject.of("cartpole-dqn");
    Project single = Agent.learningBy(sample, MethodCatalog.find("dqn").orElseThrow());
    assertThat(type(single).id()).isEqualTo("dqn");
    assertThat(((Dqn) ((Agent) single.assignment()).method()).doubled()).isFalse();
    assertThat(type(single).form().settings()).extracting(setting -> setting.name()).contains("memory").doesNotContain("doubled");
    assertThat(Agent.learningBy(single, MethodCatalog.find("double-dqn").orElseThrow())).isEqualTo(sample);
  }
}
