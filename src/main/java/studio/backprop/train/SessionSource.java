package studio.backprop.train;

import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;

/**
 * What sessions of one project are made of.
 *
 * @param parameters those of the run itself: their kinds count, for a node that is not wired keeps some that its project does not tell of
 */
public record SessionSource(Project project, PreparedData data, Kernels kernels, Parameters parameters) {
  public static SessionSource of(Session session) {
    return new SessionSource(session.project(), session.data(), session.kernels(), session.parameters());
  }

  /**
   * Another session, with weights that are still to be {@link Session#restore restored}.
   *
   * @throws DataProblem if there is no memory for it
   */
  public Session session() throws DataProblem {
    MemoryLimit.check(project, data, kernels, Purpose.TRAIN);
    return new Session(project, data, kernels, parameters.copy());
  }
}
