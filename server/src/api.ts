import { routes } from '#platform/http';

/** All routes below /api for signed-in users. The type of this value is the typed client's contract. */
function protectedRoutes() {
  return routes();
}

export type Api = ReturnType<typeof protectedRoutes>;
