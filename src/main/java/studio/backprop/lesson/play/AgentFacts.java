package studio.backprop.lesson.play;

import java.util.Optional;
import studio.backprop.train.Session;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.EpisodeLog;
import studio.backprop.train.record.AgentScores;
import studio.backprop.train.regime.AgentTraining;

/** Returns of an agent while training and of its greedy policy. NaN without an agent. */
final class AgentFacts {
  private final Session session;
  private final OncePerStep<Optional<AgentScores>> scores;

  AgentFacts(Session session) {
    this.session = session;
    this.scores = new OncePerStep<>(session);
  }

  void forget() {
    scores.forget();
  }

  /**
   * @param name in checks
   * @param thorough whether to play a hundred episodes
   */
  double number(String name, boolean thorough) {
    if (!(session.regime() instanceof AgentTraining training)) {
      return Double.NaN;
    }
    EpisodeLog log = training.experience().log();
    return switch (name) {
      case "mean_return" -> log.returns().count() == 0 ? Double.NaN : log.returns().meanOfLast(EpisodeLog.LAST);
      case "best_mean_return" -> log.bestMean();
      case "episodes" -> log.returns().count();
      case "steps" -> training.experience().worlds().taken();
      case "epsilon" -> session.regime().sight().map(AgentSnapshot::epsilon).orElse(Double.NaN);
      case "greedy" -> thorough ? scored().map(AgentScores::greedyReturn).orElse(Double.NaN) : Double.NaN;
      default -> thorough ? scored().map(AgentScores::greedySteps).orElse(Double.NaN) : Double.NaN;
    };
  }

  private Optional<AgentScores> scored() {
    return scores.get(session.regime()::agent);
  }
}
