package studio.backprop.train;

import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;

/**
 * Factory of sessions of one project.
 *
 * @param parameters of the run: unconnected nodes have parameters that the project does not describe
 */
public record SessionSource(Project project, PreparedData data, Kernels kernels, Parameters parameters) {
  public static SessionSource of(Session session) {
    return new SessionSource(session.project(), session.data(), session.kernels(), session.parameters());
  }

  /** New session, to be {@link Session#restore restored}. @throws DataProblem if memory does not suffice */
  public Session session() throws DataProblem {
    MemoryLimit.check(project, data, kernels, Purpose.TRAIN);
    return new Session(project, data, kernels, parameters.copy());
  }
}
