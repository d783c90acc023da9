package studio.backprop.train.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.plan.Parameter;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.train.Project;
import studio.backprop.train.Session;

class RehearsalTest {
  private static Session session(String sample) throws Exception {
    Project project = ProjectFile.read(sample, Sample.find(sample).orElseThrow().open()).saved().project();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    return new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
  }

  @ParameterizedTest
  @ValueSource(strings = {"circles", "digits-cnn"})
  void itsNumbersAreThoseOfTheNextStepToTheBit(String sample) throws Exception {
    Session session = session(sample);
    Rehearsal rehearsal = null;
    for (int i = 0; i < 3; i++) {
      rehearsal = Rehearsal.of(session, rehearsal).orElseThrow();
      for (int p = 0; p < session.parameters().learned().size(); p++) {
        Parameter parameter = session.parameters().learned().get(p);
        Subject subject = new Subject(parameter.node(), parameter.name(), -1);
        Explanation batch = rehearsal.explain(subject, -1).orElseThrow();
        Update update = rehearsal.update(batch.subject());
        assertThat(update.gradient()).isEqualTo(batch.gradient());
        assertThat(update.lines().get(update.lines().size() - 1).value()).isCloseTo(update.after(), Offset.offset(1e-5));
        Session ahead = copy(session);
        ahead.step();
        Parameter moved = ahead.parameters().learned().get(p);
        int row = batch.subject().place() / moved.tensor().rowCount();
        int place = batch.subject().place() % moved.tensor().rowCount();
        assertThat(moved.tensor().gradAt(row, place)).isEqualTo((float) batch.gradient());
        assertThat(moved.tensor().get(row, place)).isEqualTo((float) update.after());
        assertThat(ahead.loss()).isEqualTo(batch.loss());
      }
      session.step();
    }
  }

  private static Session copy(Session session) {
    Session copy = new Session(session.project(), session.data(), KernelChoice.create(1), session.parameters().copy());
    copy.resume(session.progressed());
    return copy;
  }

  @Test
  void theMeanOfTheSharesIsTheGradientOfTheBatch() throws Exception {
    Session session = session("circles");
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    Parameter parameter = session.parameters().learned().get(0);
    Explanation batch = rehearsal.explain(new Subject(parameter.node(), parameter.name(), -1), -1).orElseThrow();
    List<Share> shares = rehearsal.shares(batch.subject());
    assertThat(shares).hasSize(rehearsal.rows().length);
    double mean = shares.stream().mapToDouble(Share::gradient).average().orElseThrow();
    assertThat(mean).isCloseTo(batch.gradient(), Offset.offset(1e-5 * shares.stream().mapToDouble(s -> Math.abs(s.gradient())).max().orElseThrow()));
    assertThat(rehearsal.explain(batch.subject(), 3).orElseThrow().gradient()).isCloseTo(shares.get(3).gradient(), Offset.offset(1e-6));
    assertThat(rehearsal.check(batch.subject(), -1).difference()).isLessThan(1e-2);
  }

  @Test
  void anOutputIsWrittenAsTheSumItIs() throws Exception {
    Session session = session("circles");
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    int node = session.parameters().learned().get(2).node();
    Explanation explanation = rehearsal.explain(new Subject(node, null, 1), 2).orElseThrow();
    Line sum = explanation.forward().get(explanation.forward().size() - 1);
    assertThat(sum.sum()).isTrue();
    assertThat(sum.terms().stream().mapToDouble(Term::product).sum() + sum.rest()).isCloseTo(sum.of().value(), Offset.offset(1e-5));
    double product = explanation.paths().stream().mapToDouble(Explanation.Path::product).sum() + explanation.rest();
    assertThat(product).isCloseTo(explanation.gradient(), Offset.offset(1e-5 * Math.abs(explanation.gradient())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"digits-cnn", "names-lstm", "graph-families"})
  void everyNumberThatAGradientReachesCanBeExplained(String sample) throws Exception {
    Session session = session(sample);
    Rehearsal rehearsal = Rehearsal.of(session, null).orElseThrow();
    List<Subject> subjects = new ArrayList<>();
    session.parameters().learned().forEach(parameter -> subjects.add(new Subject(parameter.node(), parameter.name(), -1)));
    session.project().network().nodes().stream().filter(node -> session.plan().gradient(node.id()).isPresent())
        .forEach(node -> subjects.add(new Subject(node.id(), null, -1)));
    for (Subject subject : subjects) {
      Explanation explanation = rehearsal.explain(subject, 1).orElseThrow();
      double sum = explanation.rest() + explanation.paths().stream().mapToDouble(Explanation.Path::product).sum();
      double size = Math.abs(explanation.gradient()) + explanation.paths().stream().mapToDouble(path -> Math.abs(path.product())).sum();
      assertThat(sum).as("%s", subject).isCloseTo(explanation.gradient(), Offset.offset(1e-5 * size));
      for (Line line : explanation.forward()) {
        double told = line.rest() + line.terms().stream().mapToDouble(Term::product).sum();
        assertThat(!line.sum() || Math.abs(told - line.of().value()) <= 1e-3 * (1 + Math.abs(told))).as("%s", line).isTrue();
      }
    }
  }
}
